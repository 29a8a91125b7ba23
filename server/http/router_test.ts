import { assertEquals } from "@std/assert";
import { route, targetOf } from "./router.ts";

Deno.test("targetOf() cuts a URL in origin, decoded path and query", () => {
  assertEquals(targetOf("http://h:1/a/b?c=d?e"), {
    origin: "http://h:1",
    path: "/a/b",
    query: "c=d?e",
  });
  assertEquals(targetOf("https://h/a%20b"), { origin: "https://h", path: "/a b", query: "" });
  assertEquals(targetOf("http://h/%"), { origin: "http://h", path: "/%", query: "" });
  assertEquals(targetOf("http://h/?a"), { origin: "http://h", path: "/", query: "a" });
});

Deno.test("route() finds endpoints, and never an endpoint for a path of only slashes", () => {
  const found = route("POST", targetOf("http://h/api/search"));
  assertEquals(found.endpoint?.name, "search");
  assertEquals(route("GET", targetOf("http://h//")).endpoint, null);
  assertEquals(route("GET", targetOf("http://h/")).endpoint?.name, "root");
});
