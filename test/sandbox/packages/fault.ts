/** What is wrong with an app package. */
export interface PackageFault {
  /** Stable; those of Zendesk's own validator where it has one (zendesk_apps_support). */
  code: string;
  /** Names the fix. */
  message: string;
  /** The file it is about, as a path within the package. */
  file: string;
  /** A warning doesn't stop an upload. */
  severity: 'error' | 'warning';
}

/** Collects faults, so that all of them can be told at once. */
export interface FaultList {
  error(code: string, file: string, message: string): void;
  warn(code: string, file: string, message: string): void;
}

export function createFaultList(): FaultList & { all(): PackageFault[] } {
  const faults: PackageFault[] = [];
  const add = (severity: PackageFault['severity']) => (code: string, file: string, message: string) => {
    faults.push({ code, message, file, severity });
  };
  return { error: add('error'), warn: add('warning'), all: () => faults };
}

/** One line for a person: `manifest.json: ... [code]`. */
export function faultLine({ code, message, file, severity }: PackageFault): string {
  return `${severity === 'warning' ? 'warning: ' : ''}${file}: ${message} [${code}]`;
}

/** Thrown for a package that Zendesk would not take. Its message lists every fault. */
export class FaultyPackageError extends Error {
  readonly faults: readonly PackageFault[];

  constructor(path: string, faults: readonly PackageFault[]) {
    super(
      `${path} is no app that Zendesk would take:\n${faults.map((it) => `  ${faultLine(it)}`).join('\n')}`,
    );
    this.faults = faults;
  }
}
