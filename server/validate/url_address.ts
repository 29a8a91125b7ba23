/** Address parts of an IPv4 address, highest first, as one unsigned number. */
function ipv4Number(host: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  if (match === null) return null;
  return match.slice(1).reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight groups of a normalised IPv6 host in brackets, null when it is none. */
function ipv6Groups(host: string): number[] | null {
  if (!host.startsWith("[")) return null;
  const [head = "", tail] = host.slice(1, -1).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16));
}

/** The IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4), null when none. */
function embeddedIpv4(groups: readonly number[]): number | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, high = 0, low = 0] = groups;
  const isMapped = a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0xffff;
  const isCompatible = a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0 &&
    high * 65_536 + low > 1;
  // 6to4 carries the IPv4 address of its router behind 2002.
  if (a === 0x2002) return b * 65_536 + c;
  const isNat64 = a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0;
  return isMapped || isCompatible || isNat64 ? high * 65_536 + low : null;
}

/** Special IPv4 ranges: first address and prefix length. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["240.0.0.0", 4],
];

/** Whether an IPv4 address is private, reserved, loopback or link-local. */
function isSpecialIpv4(address: number): boolean {
  return SPECIAL_IPV4.some(([first, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor((ipv4Number(first) ?? 0) / size);
  });
}

/** Whether an IPv6 address is loopback, unspecified, link-local, unique local or documentation. */
function isSpecialIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  const isNearZero = groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1;
  return isNearZero || (first & 0xffc0) === 0xfe80 || (first & 0xfe00) === 0xfc00 ||
    (first === 0x2001 && second === 0xdb8);
}

/** Where clouds hand out credentials to whoever asks from inside. */
const METADATA_IPV4: readonly (number | null)[] = [
  "169.254.169.254",
  "169.254.170.2",
  "169.254.170.23",
  "100.100.100.200",
].map(ipv4Number);
const METADATA_IPV6: readonly string[] = ["[fd00:ec2::254]", "[fd00:ec2::23]"];

/** Options of {@link refusedAddress}. */
export interface AddressOptions {
  /** Whether private, loopback and link-local addresses are refused too. */
  readonly blocksPrivate: boolean;
}

/**
 * Why a host must not be contacted, null when it may. No name is resolved.
 *
 * @param host Host of a parsed URL: lower case, IPv6 in brackets.
 */
export function refusedAddress(host: string, { blocksPrivate }: AddressOptions): string | null {
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  const groups = ipv6Groups(name);
  const ipv4 = groups === null ? ipv4Number(name) : embeddedIpv4(groups);
  const isMetadata = ["metadata.google.internal", "metadata.goog"].includes(name) ||
    METADATA_IPV6.includes(name) ||
    (ipv4 !== null && METADATA_IPV4.includes(ipv4));
  if (isMetadata) return "points at a cloud metadata service";
  if (!blocksPrivate) return null;
  const isPrivate = name === "localhost" || name.endsWith(".localhost") ||
    (ipv4 !== null && isSpecialIpv4(ipv4)) ||
    (groups !== null && ipv4 === null && isSpecialIpv6(groups));
  return isPrivate ? "points at a private, loopback or reserved address" : null;
}
