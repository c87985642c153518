"""How often one may ask: by office (its token), by install of the extension, and by address for wrong tokens alone.

One machine's processes count together in shared memory; several machines count in Redis (JACHAI_REDIS). Where Redis is
gone or slow, each machine counts for itself until it is back: checks go on.
"""

from __future__ import annotations

import logging
import math
import re
import time
from typing import TYPE_CHECKING

from limits import RateLimitItem, RateLimitItemPerMinute

from server.errors import BadRequest
from server.service.tally import Tally
from server.settings import Settings

if TYPE_CHECKING:
    from server.service.redis_counts import RedisCounts

log = logging.getLogger(__name__)

PER_INSTALL = RateLimitItemPerMinute(300, namespace="i")  # five checks a second: nobody types faster
PER_STAFF = 20  # a minute, of each of an office's staff, all of them at work
WRONG_TOKENS = RateLimitItemPerMinute(30, namespace="a")  # an address; right tokens from it are served all the same
INSTALL = re.compile(r"[A-Za-z0-9_-]{16,64}")
REDIS_WAIT = 0.1  # seconds until Redis counts as gone
REDIS_SLOW = 0.05  # seconds of an answer after which it rests too: every check waits for one
REDIS_REST = 5.0  # seconds until it is asked again
UNTRIED, IN_REDIS, GONE = "memory, redis untried", "redis", "memory, redis gone"

Counted = tuple[RateLimitItem, str]  # a limit, and who is counted


class Limits:
    """Counts requests; BadRequest (429, with Retry-After) where there are too many."""

    def __init__(self, staff: int, redis: str = "") -> None:
        self._per_office = RateLimitItemPerMinute(staff * PER_STAFF, namespace="o")
        self._own = Tally()
        self._redis = _in_redis(redis) if redis else None
        self._rest_until = 0.0
        self.counted_in = UNTRIED if redis else "memory"  # in this process, by its last count

    @classmethod
    def open(cls, settings: Settings) -> Limits | None:
        """The limits that the settings ask for; None where they are off."""
        return cls(settings.limit, settings.redis) if settings.limit else None

    def count(self, office: str, install: str) -> None:
        """One more request of that office and install; "" for none. An install id that is none is not counted."""
        is_install = bool(install and INSTALL.fullmatch(install))
        own = [(PER_INSTALL, f"{office}/{install}")] if is_install else []
        self._hit(*own, (self._per_office, office))

    def count_wrong_token(self, address: str) -> None:
        """One more wrong token from there."""
        self._hit((WRONG_TOKENS, address))

    def _hit(self, *counted: Counted) -> None:
        """One more of each, up to the first that is over its limit: who asks too much uses up nothing of the office's."""
        wait = self._waited(counted)
        if wait:
            raise BadRequest("too_many", headers={"Retry-After": str(wait)})

    def _waited(self, counted: tuple[Counted, ...]) -> int:
        """Seconds to wait; 0 where the request may go on."""
        began = time.monotonic()
        if self._redis and self._rest_until <= began:
            try:
                wait = self._redis.waited([(_key(*one), one[0].amount) for one in counted], PER_INSTALL.get_expiry())
            except Exception as error:  # any fault of Redis: an office's checks do not stop for it
                self._rest(type(error).__name__)
            else:
                self.counted_in = IN_REDIS
                if time.monotonic() - began > REDIS_SLOW:
                    self._rest("slow")
                return wait
        return next(filter(None, (_wait(self._own, *one) for one in counted)), 0)

    def _rest(self, why: str) -> None:
        log.warning("redis is gone or slow, counting here: %s", why)
        self._rest_until = time.monotonic() + REDIS_REST
        self.counted_in = GONE


def _in_redis(url: str) -> RedisCounts:
    """Redis' library is loaded only where it is used."""
    from server.service.redis_counts import RedisCounts

    return RedisCounts(url, REDIS_WAIT)


def _key(item: RateLimitItem, who: str) -> str:
    return f"{item.namespace}/{who}"


def _wait(counts: Tally, item: RateLimitItem, who: str) -> int:
    """As limits' FixedWindowRateLimiter does it, without its key, which costs more than the count."""
    name = _key(item, who)
    if counts.incr(name, item.get_expiry()) <= item.amount:
        return 0
    return max(1, math.ceil(counts.get_expiry(name) - time.time()))
