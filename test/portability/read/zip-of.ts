/** An archive of these files, the second of each pair their content: stored and deflated in turn, as archives mix them. */
export async function zipOf(files: readonly (readonly [name: string, content: string | Blob])[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [index, [name, content]] of files.entries()) {
    const method = index % 2 === 0 ? 8 : 0;
    const bytes = new Uint8Array(await new Blob([content]).arrayBuffer());
    const packed = method === 0 ? bytes : await deflated(bytes);
    const title = new TextEncoder().encode(name);
    // Version, flags, method, time, date, checksum (which nobody checks here), sizes, length of the name, no extra field.
    const about = [
      [20, 2],
      [0x800, 2],
      [method, 2],
      [0, 4],
      [0, 4],
      [packed.length, 4],
      [bytes.length, 4],
      [title.length, 2],
      [0, 2],
    ] as const;
    const local = [numbers([0x04034b50, 4], ...about), title, packed];
    directory.push(numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), title);
    parts.push(...local);
    at += lengthOf(local);
  }
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [files.length, 2],
    [files.length, 2],
    [lengthOf(directory), 4],
    [at, 4],
    [0, 2],
  );
  return new Blob([...parts, ...directory, end]);
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Numbers of so many bytes each, little-endian. */
const numbers = (...all: readonly (readonly [value: number, bytes: number])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    all.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)),
  );

const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );
