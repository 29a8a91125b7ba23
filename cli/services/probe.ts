import { request } from "../request.ts";
import { isRecord } from "../render/fields.ts";
import type { RunFile } from "./run_file.ts";
import { getPinned, type TlsRecord } from "./tls.ts";

/** Longest wait for an answer of a port, milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;

/** Ports above a taken one that are looked at. */
const NEXT_PORTS = 50;

/** What listens on a port: nothing, a server of ours, or something else. */
export type PortState = "free" | "ours" | "foreign";

/**
 * Finds out what listens on a port.
 *
 * @param run What is written down about the port, null when nothing is.
 */
export async function probePort(
  hostname: string,
  port: number,
  run: RunFile | null,
): Promise<PortState> {
  if (port === 0 || await canListen(hostname, port)) return "free";
  const tls = run?.tls ?? null;
  return await isHealthy(localUrl(hostname, port, tls), tls) ? "ours" : "foreign";
}

/**
 * Whether a server of ours answers at an address.
 *
 * @param tls The certificate that it must show; null where it is asked without TLS.
 */
export async function isHealthy(url: string, tls: TlsRecord | null): Promise<boolean> {
  if (tls !== null) {
    const text = await getPinned(`${url}/health`, tls.fingerprint, PROBE_TIMEOUT_MS);
    return text !== null && /"healthy"/.test(text);
  }
  try {
    const server = { url, apiKey: undefined, origin: "probe" };
    const { body } = await request(server, "GET /health", { timeoutMs: PROBE_TIMEOUT_MS });
    return isRecord(body) && body.status === "healthy";
  } catch (error) {
    if (error instanceof Error && error.name === "CliError") return false;
    throw error;
  }
}

/** Whether a port can be listened on. */
function canListen(hostname: string, port: number): boolean {
  try {
    Deno.listen({ hostname, port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    throw error;
  }
}

/** The next port that can be listened on, null when none of the nearest can. */
export function nextFreePort(hostname: string, port: number): number | null {
  for (let next = port + 1; next <= Math.min(65_535, port + NEXT_PORTS); next++) {
    if (canListen(hostname, next)) return next;
  }
  return null;
}

/** Address under which a server of this machine is reached. */
export function localUrl(hostname: string, port: number, tls: TlsRecord | null): string {
  const isAny = hostname === "0.0.0.0" || hostname === "::";
  const name = isAny ? "127.0.0.1" : hostname.includes(":") ? `[${hostname}]` : hostname;
  return `${tls === null ? "http" : "https"}://${name}:${port}`;
}

/** Process that listens on a port (Linux), null when it cannot be told. */
export async function listenerPid(port: number): Promise<number | null> {
  if (Deno.build.os !== "linux") return null;
  const inodes = await listeningInodes(port);
  if (inodes.size === 0) return null;
  for await (const { name } of Deno.readDir("/proc")) {
    if (/^\d+$/.test(name) && await holdsSocket(name, inodes)) return Number(name);
  }
  return null;
}

/** Sockets that listen on a port, by their inode. */
async function listeningInodes(port: number): Promise<Set<string>> {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => Deno.readTextFile(path).catch(() => "")),
  );
  const rows = tables.join("\n").split("\n").map((row) => row.trim().split(/\s+/));
  const listening = rows.filter((fields) =>
    fields[1]?.endsWith(`:${wanted}`) && fields[3] === "0A"
  );
  return new Set(listening.flatMap((fields) => fields[9] ?? []));
}

/** Whether a process holds one of the sockets. */
async function holdsSocket(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  try {
    for await (const { name } of Deno.readDir(`/proc/${pid}/fd`)) {
      const target = await Deno.readLink(`/proc/${pid}/fd/${name}`).catch(() => "");
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode !== undefined && inodes.has(inode)) return true;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return false;
}
