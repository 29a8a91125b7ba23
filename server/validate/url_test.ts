import { assertEquals } from "@std/assert";
import { runSchema } from "../../tests/contract/run_schema.ts";
import { imageUrl, serviceUrl } from "./url.ts";

Deno.test("H-214 metadata services are refused in every URL", () => {
  const hosts = [
    "metadata.google.internal",
    "169.254.169.254",
    "user:pw@169.254.169.254:80",
    "[fd00:ec2::254]",
  ];
  for (const host of hosts) {
    assertEquals(runSchema(imageUrl, `http://${host}/x`).types, ["value_error"]);
    assertEquals(runSchema(serviceUrl, `https://${host}/x`).types, ["value_error"]);
  }
});

Deno.test("H-218 metadata services are refused in disguise", () => {
  const hosts = [
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "169.254.169.254.",
    "metadata.google.internal.",
    "METADATA.google.INTERNAL",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::169.254.169.254]",
    "１６９.254.169.254",
  ];
  for (const host of hosts) {
    assertEquals(runSchema(imageUrl, `http://${host}/`).types, ["value_error"], host);
    assertEquals(runSchema(serviceUrl, `http://${host}/`).types, ["value_error"], host);
  }
});

Deno.test("H-215 R-080 private addresses are refused in strict mode only", () => {
  const hosts = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "127.1",
    "169.254.1.1",
    "0.0.0.0",
    "192.0.2.1",
    "240.0.0.1",
    "localhost",
    "localhost.",
    "[::1]",
    "[fe80::1]",
    "[fd12::1]",
    "[::ffff:10.0.0.1]",
  ];
  for (const host of hosts) {
    const url = `http://${host}/`;
    assertEquals(runSchema(imageUrl, url).value, url);
    assertEquals(
      runSchema(imageUrl, url, { blocksPrivateUrls: true }).types,
      ["value_error"],
      host,
    );
    assertEquals(runSchema(serviceUrl, url, { blocksPrivateUrls: true }).types, ["value_error"]);
  }
  for (const host of ["100.64.0.1", "224.0.0.1", "foo.local", "example.com", "[2606:4700::1]"]) {
    assertEquals(runSchema(imageUrl, `http://${host}/`, { blocksPrivateUrls: true }).types, []);
  }
});

Deno.test("H-216 imageUrl is empty, http, https or data, kept as sent", () => {
  for (
    const url of ["", "HTTP://a.b/c", "https://a.b", "data:,", " https://a.b", "http://", "http:x"]
  ) {
    assertEquals(runSchema(imageUrl, url).value, url);
  }
  for (const url of ["file:///etc/passwd", "ftp://a.b", "javascript:alert(1)", "/a.png", "a.png"]) {
    assertEquals(runSchema(imageUrl, url).types, ["value_error"], url);
  }
});

Deno.test("H-219 imageUrl refuses a host that cannot be read", () => {
  assertEquals(runSchema(imageUrl, "http://[bad").types, ["value_error"]);
});

Deno.test("H-217 H-132 serviceUrl is absolute http or https, given back in normal form", () => {
  assertEquals(runSchema(serviceUrl, " HTTP://Ex-ämple.COM ").value, "http://xn--ex-mple-7wa.com/");
  assertEquals(runSchema(serviceUrl, "https://a.b/c d").value, "https://a.b/c%20d");
  assertEquals(runSchema(serviceUrl, 1).types, ["url_type"]);
  assertEquals(runSchema(serviceUrl, null).types, ["url_type"]);
  assertEquals(runSchema(serviceUrl, `http://a.b/${"x".repeat(2_083)}`).types, ["url_too_long"]);
  assertEquals(runSchema(serviceUrl, "a.b/c").types, ["url_parsing"]);
  assertEquals(runSchema(serviceUrl, "http://[bad").types, ["url_parsing"]);
  const [issue] = runSchema(serviceUrl, "ftp://a.b").issues;
  assertEquals([issue?.type, issue?.ctx], ["url_scheme", {
    expected_schemes: "'http' or 'https'",
  }]);
});
