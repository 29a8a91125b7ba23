import { assertEquals } from "@std/assert";
import { posix, win32 } from "node:path";
import { dirname, join } from "./path.ts";

Deno.test("dirname() finds the folder as the system's own function does", () => {
  const paths = [
    "/a/b/c.txt",
    "/a/b/",
    "/a",
    "/",
    "a",
    "a/b",
    "./a",

    "",
    "C:\\a",
  ];
  for (const path of paths) assertEquals(dirname(path, "linux"), posix.dirname(path), path);
  for (
    const path of ["C:\\a\\b.txt", "C:\\a", "C:\\", "a", "a\\b", "C:/a/b", "\\\\host\\share\\a\\b"]
  ) {
    assertEquals(dirname(path, "windows"), win32.dirname(path), path);
  }
});

Deno.test("join() puts one separator between the parts", () => {
  const home = Deno.build.os === "windows" ? "C:\\Users\\ana" : "/home/ana";
  const separator = Deno.build.os === "windows" ? "\\" : "/";
  assertEquals(join(home, ".reflexio", "run"), `${home}${separator}.reflexio${separator}run`);
  assertEquals(join("/", "a"), "/a");
  assertEquals(join("", "a"), `.${separator}a`);
});
