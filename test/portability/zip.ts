/** The files of a ZIP without compression, by its central directory (PKWARE APPNOTE 4.3.12). */
export function storedFiles(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer);
  const text = (at: number, length: number) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + length));
  const files = new Map<string, string>();
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(text(at + 46, nameLength), text(start, size));
  }
  return files;
}
