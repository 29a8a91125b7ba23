import { assertEquals } from "@std/assert";
import { clientAddress, RateLimiter } from "./rate_limit.ts";

Deno.test("take() opens a window at the first call and counts keys apart", () => {
  const limiter = new RateLimiter();
  assertEquals(limiter.take("a", 2, 1_000), null);
  assertEquals(limiter.take("a", 2, 2_000), null);
  assertEquals(limiter.take("a", 2, 3_000), 58_000);
  assertEquals(limiter.take("b", 2, 3_000), null);
  assertEquals(limiter.take("a", 2, 61_000), null);
});

Deno.test("take() forgets ended windows and bounds the open ones", () => {
  const limiter = new RateLimiter();
  for (let i = 0; i < 30_000; i++) assertEquals(limiter.take(`k${i}`, 1, i / 1_000), null);
  assertEquals(limiter.take("k29999", 1, 31) !== null, true);
  assertEquals(limiter.take("k0", 1, 31), null);
});

Deno.test("clientAddress() believes forwarded addresses only behind trusted proxies", () => {
  const trustedProxies = new Set(["10.0.0.1", "10.0.0.2"]);
  const of = (peer: string | null, forwardedFor: string | null) =>
    clientAddress({ peer, forwardedFor, trustedProxies });
  assertEquals(of(null, null), "127.0.0.1");
  assertEquals(of("5.5.5.5", "1.1.1.1"), "5.5.5.5");
  assertEquals(of("10.0.0.1", "1.1.1.1, 2.2.2.2 , 10.0.0.2"), "2.2.2.2");
  assertEquals(of("10.0.0.1", " , "), "10.0.0.1");
  assertEquals(of("10.0.0.1", "10.0.0.2"), "10.0.0.2");
});
