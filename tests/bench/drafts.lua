-- For wrk: a new draft of at most 500 characters in each request, put together of the sentences of a file, or one draft again and again.
-- new: of sentences in which words have changed places, so that hardly one is met twice.
-- wrk -s drafts.lua URL -- SENTENCES SEED distinct|repeated|new TOKEN
local sentences, headers, mode, once = {}, {}, "", nil
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    local length, text = line:match("^(%d+)\t(.*)$")
    sentences[#sentences + 1] = { tonumber(length), text }
  end
  math.randomseed(tonumber(args[2]) * 64 + number)
  mode = args[3]
  headers = {
    ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. args[4],
    ["Origin"] = "chrome-extension://abcdefghijklmnopabcdefghijklmnop", ["Jachai-Extension"] = "0.1.0",
  }
end

local function reordered(text)
  local words = {}
  for word in text:gmatch("%S+") do words[#words + 1] = word end
  for _ = 1, 3 do
    local one, other = math.random(#words), math.random(#words)
    words[one], words[other] = words[other], words[one]
  end
  return table.concat(words, " ")
end

local function draft()
  local parts, length = {}, 0
  repeat
    local sentence = sentences[math.random(#sentences)]
    if length + sentence[1] + 1 > 500 then break end
    parts[#parts + 1] = mode == "new" and reordered(sentence[2]) or sentence[2]
    length = length + sentence[1] + 1
  until false
  return '{"text":"' .. table.concat(parts, " ") .. '","account":{"kind":"institution"},"platform":"facebook","action":"post"}'
end

function request()
  headers["Jachai-Install"] = string.format("install-of-the-bench-%06d", math.random(60000))
  local body = mode == "repeated" and once or draft()
  once = once or body
  return wrk.format("POST", nil, headers, body)
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format('RESULT {"requests":%d,"seconds":%f,"refused":%d,"broken":%d,"p50":%f,"p99":%f}',
    summary.requests, summary.duration / 1e6, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
