/** The part of subset-font 2.9 that sw/build/fonts.ts uses: the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      /** OpenType features; all others go. */
      readonly keepFeatures: readonly string[];
      readonly preserveNameIds: readonly number[];
      readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    },
  ): Promise<Buffer>;
}
