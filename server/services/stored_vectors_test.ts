import { assertEquals } from "@std/assert";
import { packVector, unpackVector } from "./stored_vectors.ts";

Deno.test("unpackVector() gives back what packVector() stored, for the same model only", () => {
  const vector = Float32Array.from([0.5, -0.25, 1]);
  const bytes = packVector(vector, "model-a");
  assertEquals(unpackVector(bytes, "model-a"), vector);
  assertEquals(unpackVector(bytes, "model-b"), null);
  assertEquals(unpackVector(new Uint8Array(2), "model-a"), null);
});
