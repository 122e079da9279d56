/** The files of an app package, wherever they come from. Paths have forward slashes and no leading one. */
export interface PackageFiles {
  /** Regular files, sorted. */
  names: readonly string[];
  /** Links, which Zendesk takes none of. */
  links: readonly string[];
  /** Undefined for a file that the package hasn't. */
  bytes(name: string): Uint8Array | undefined;
}

/** Size limits against archives that unpack to more than anybody wants. Zendesk publishes none: these are ours. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_PACKAGE_BYTES = 64 * 1024 * 1024;
export const MAX_FILES = 5000;

export function textOfFile(files: PackageFiles, name: string): string | undefined {
  const bytes = files.bytes(name);
  return bytes && new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
}
