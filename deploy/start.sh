#!/bin/sh
# Starts the server for a person at this machine, and says where to try it. $1: the venv's bin folder.
set -eu
address=${JACHAI_BIND:-127.0.0.1:8420}
cat <<TEXT

  যাচাই (Jachai)   http://$address

  এখনই দেখুন       http://$address/practice/
  (try it at once)

  এক্সটেনশন বসান    Chromium: chrome://extensions → Developer mode → Load unpacked → এই ফোল্ডার: $(pwd)/extension
  (load it)        Firefox:  about:debugging#/runtime/this-firefox → Load Temporary Add-on → $(pwd)/extension/manifest.json

  বন্ধ করতে        Ctrl+C

TEXT
exec "$1/gunicorn" -c deploy/gunicorn.conf.py wsgi:application
