/** App packages: reading folders and zip files, and checking them as an upload to Zendesk would. */
export { checkPackage } from './check-package.ts';
export { FaultyPackageError, faultLine, type PackageFault } from './fault.ts';
export { openPackage, unpack } from './open-package.ts';
export type { PackageFiles } from './package-files.ts';
