"""How often one may ask: by office (its token), by install of the extension, and by address for wrong tokens alone.

One machine's processes count together in shared memory; several machines count in Redis (JACHAI_REDIS). Where Redis is
gone, each machine counts for itself until it is back: checks go on.
"""

from __future__ import annotations

import logging
import math
import re
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import Storage

from server.errors import BadRequest
from server.service.tally import Tally
from server.settings import Settings

log = logging.getLogger(__name__)

PER_INSTALL = RateLimitItemPerMinute(300, namespace="i")  # five checks a second: nobody types faster
PER_STAFF = 20  # a minute, of each of an office's staff, all of them at work
WRONG_TOKENS = RateLimitItemPerMinute(30, namespace="a")  # an address; right tokens from it are served all the same
INSTALL = re.compile(r"[A-Za-z0-9_-]{16,64}")
REDIS_WAIT = 0.1  # seconds until Redis counts as gone
REDIS_REST = 5.0  # seconds until it is asked again


class Limits:
    """Counts requests; BadRequest (429, with Retry-After) where there are too many."""

    def __init__(self, staff: int, redis: str = "") -> None:
        self._per_office = RateLimitItemPerMinute(staff * PER_STAFF, namespace="o")
        self._own = Tally()
        self._redis = redis
        self._shared: Storage | None = None
        self._rest_until = 0.0

    @classmethod
    def open(cls, settings: Settings) -> Limits | None:
        """The limits that the settings ask for; None where they are off."""
        return cls(settings.limit, settings.redis) if settings.limit else None

    @property
    def counted_in(self) -> str:
        """Where the counts are now: "memory", "redis", or "memory, redis gone"."""
        if not self._redis:
            return "memory"
        return "memory, redis gone" if self._rest_until > time.monotonic() else "redis"

    def count(self, office: str, install: str) -> None:
        """One more request of that office and install; "" for none. An install id that is none is not counted."""
        if install and INSTALL.fullmatch(install):
            self._hit(PER_INSTALL, f"{office}/{install}")
        self._hit(self._per_office, office)

    def count_wrong_token(self, address: str) -> None:
        """One more wrong token from there."""
        self._hit(WRONG_TOKENS, address)

    def _hit(self, item: RateLimitItem, key: str) -> None:
        wait = self._waited(item, key)
        if wait:
            raise BadRequest("too_many", headers={"Retry-After": str(wait)})

    def _waited(self, item: RateLimitItem, key: str) -> int:
        """Seconds to wait; 0 where the request may go on."""
        if self._redis and self._rest_until <= time.monotonic():
            try:
                self._shared = self._shared or _open_redis(self._redis)
                return _wait(self._shared, item, key)
            except Exception as error:  # any fault of Redis: an office's checks do not stop for it
                log.warning("redis is gone, counting here: %s", type(error).__name__)
                self._rest_until = time.monotonic() + REDIS_REST
        return _wait(self._own, item, key)


def _wait(counts: Storage, item: RateLimitItem, key: str) -> int:
    """As limits' FixedWindowRateLimiter does it, without its key, which costs more than the count."""
    name = f"{item.namespace}/{key}"
    if counts.incr(name, item.get_expiry()) <= item.amount:
        return 0
    return max(1, math.ceil(counts.get_expiry(name) - time.time()))


def _open_redis(url: str) -> Storage:
    """Connects at the first count, in the process that counts."""
    from limits.storage import RedisStorage
    from redis import ConnectionPool
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    pool = ConnectionPool.from_url(
        url.replace("redis+unix:", "unix:"),
        socket_timeout=REDIS_WAIT,
        socket_connect_timeout=REDIS_WAIT,
        retry=Retry(NoBackoff(), 0),
    )
    return RedisStorage(url, connection_pool=pool, key_prefix="jachai")
