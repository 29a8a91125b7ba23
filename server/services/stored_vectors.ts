/** Bytes that name the model in front of the numbers. */
const NAME_BYTES = 4;

/** Short name of a model in stored vectors. */
export function modelTag(modelName: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < modelName.length; i++) {
    hash = Math.imul(hash ^ modelName.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

/** A vector as it is stored beside its row: the model's tag, then 32-bit floats. */
export function packVector(vector: Float32Array, modelName: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(NAME_BYTES + 4 * vector.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, modelTag(modelName), true);
  for (const [n, value] of vector.entries()) view.setFloat32(NAME_BYTES + 4 * n, value, true);
  return bytes;
}

/** The vector of stored bytes, null when another model made it. */
export function unpackVector(
  bytes: Uint8Array<ArrayBuffer>,
  modelName: string,
): Float32Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < NAME_BYTES || view.getUint32(0, true) !== modelTag(modelName)) return null;
  const vector = new Float32Array((bytes.length - NAME_BYTES) / 4);
  for (let n = 0; n < vector.length; n++) vector[n] = view.getFloat32(NAME_BYTES + 4 * n, true);
  return vector;
}
