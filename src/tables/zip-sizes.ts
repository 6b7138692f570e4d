/** Entries of a zip archive's directory, as far as they tell how much it unpacks to. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  /** Bytes; what is unpacked beyond these is an error of the reader. */
  readonly unpacked: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
/** Stands for sizes that need 8 bytes, which a file that may be read never has. */
const BEYOND_4_GB = 0xffffffff;

/**
 * The directory of a zip archive; undefined where there is none, or where it hides how large its entries are.
 *
 * Source: PKWARE, "APPNOTE.TXT, .ZIP File Format Specification" 6.3.10, sections 4.3.12 and 4.3.16.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const untold = (packed === 0) !== (unpacked === 0) || packed === BEYOND_4_GB || unpacked === BEYOND_4_GB;
    const saidLater = (view.getUint16(at + 8, true) & 8) !== 0 && packed === 0;
    if (untold || saidLater) return undefined;
    entries.push({ name, packed, unpacked });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the end of the directory stands: it is the last thing in the file but for a comment. */
function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return undefined;
}
