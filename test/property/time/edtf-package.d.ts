declare module 'edtf' {
  /** Parses an EDTF string. @throws Error if it is none. */
  export default function parse(text: string): { readonly min: number; readonly max: number };
}
