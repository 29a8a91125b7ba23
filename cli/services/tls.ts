import type { Context } from "../context.ts";
import { invalid, usageError } from "../errors.ts";
import { readTextInput } from "../input/text_input.ts";

/** What is written down about the TLS of a running server. */
export interface TlsRecord {
  /** File of the certificate, an absolute path. */
  readonly certPath: string;
  /** File of its key, an absolute path. */
  readonly keyPath: string;
  /** SHA-256 of the certificate as it was when the server started, hex pairs with colons. */
  readonly fingerprint: string;
}

/** Certificate and key, checked. */
export interface Tls extends TlsRecord {
  /** The certificate, PEM; authorities between it and the root may follow it. */
  readonly cert: string;
  /** Its key, PEM. */
  readonly key: string;
}

/** What may be written down of it: the key is not. */
export function tlsRecord({ certPath, keyPath, fingerprint }: Tls): TlsRecord {
  return { certPath, keyPath, fingerprint };
}

/** Names of the files: the flags, then the variables; both or none. */
export async function readTlsOptions(context: Context): Promise<Tls | null> {
  const { input, settings } = context;
  const certPath = input.filled("cert") ?? settings.get("REFLEXIO_TLS_CERT");
  const keyPath = input.filled("key") ?? settings.get("REFLEXIO_TLS_KEY");
  if (certPath && keyPath) return await readTls(context, certPath, keyPath);
  if (!certPath && !keyPath) return null;
  const missing = certPath ? "--key FILE" : "--cert FILE";
  throw usageError(`Cannot serve TLS: ${missing} is missing`, "Give both, or neither");
}

/**
 * Reads certificate and key.
 *
 * @throws {CliError} `validation` when a file cannot be read, is none of the two, or they are no pair.
 */
export async function readTls(
  { host }: Context,
  certPath: string,
  keyPath: string,
): Promise<Tls> {
  const cert = await readTextInput(host, certPath);
  const key = await readTextInput(host, keyPath);
  const { X509Certificate, createPrivateKey } = await import("node:crypto");
  const certificate = parse(certPath, "certificate", () => new X509Certificate(cert));
  const privateKey = parse(keyPath, "key", () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    throw invalid(`${keyPath} is not the key of ${certPath}`, "Give the two files of one pair");
  }
  return {
    certPath: await Deno.realPath(certPath),
    keyPath: await Deno.realPath(keyPath),
    fingerprint: certificate.fingerprint256,
    cert,
    key,
  };
}

/** What a PEM file holds. */
function parse<T>(path: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw invalid(
      `${path} holds no ${what} in PEM form`,
      "Files of this form begin with -----BEGIN",
    );
  }
}

/**
 * Gets a text over TLS from a server that shows one certain certificate. Nobody has to vouch for
 * that certificate and it may name any host: it is known already. Any other one is refused.
 *
 * @param url Address.
 * @param fingerprint SHA-256 of the certificate.
 * @param timeoutMs Longest wait, milliseconds.
 * @returns The body of a good answer, null without one.
 */
export async function getPinned(
  url: string,
  fingerprint: string,
  timeoutMs: number,
): Promise<string | null> {
  const { get } = await import("node:https");
  return await new Promise((resolve) => {
    const request = get(url, {
      agent: false,
      rejectUnauthorized: false,
      headers: { "user-agent": "reflexio-cli" },
      signal: AbortSignal.timeout(timeoutMs),
    }, (response) => {
      const { socket } = response;
      const shown = "getPeerCertificate" in socket &&
          typeof socket.getPeerCertificate === "function"
        ? socket.getPeerCertificate().fingerprint256
        : null;
      if (response.statusCode !== 200 || shown !== fingerprint) {
        response.destroy();
        return resolve(null);
      }
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => text += part);
      response.on("end", () => resolve(text));
      response.on("error", () => resolve(null));
    });
    request.on("error", () => resolve(null));
  });
}
