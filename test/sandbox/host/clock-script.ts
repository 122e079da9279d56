/**
 * A script for app pages that moves `Date` by the sandbox's offset (milliseconds) and follows when the host posts
 * `{sandboxOffset}`. A jump of the clock is told to the page as waking from sleep is: by `visibilitychange`.
 */
export function clockScript(offset: number): string {
  return `(${shiftDate.toString()})(${JSON.stringify(offset)}, globalThis);`;
}

interface PageScope {
  Date: DateConstructor;
  parent: unknown;
  document: { dispatchEvent(event: unknown): void };
  Event: new (name: string) => unknown;
  addEventListener(name: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
}

/** Runs in the page, so it may use nothing from outside itself. */
function shiftDate(initialOffset: number, scope: PageScope): void {
  const RealDate = scope.Date;
  let offset = initialOffset;
  const now = () => RealDate.now() + offset;
  scope.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  // Without this, someDate.constructor would still lead to the unshifted clock.
  RealDate.prototype.constructor = scope.Date;
  scope.addEventListener('message', ({ source, data }) => {
    if (source !== scope.parent || typeof data !== 'object' || data === null) return;
    if (!('sandboxOffset' in data) || typeof data.sandboxOffset !== 'number') return;
    if (data.sandboxOffset === offset) return;
    offset = data.sandboxOffset;
    scope.document.dispatchEvent(new scope.Event('visibilitychange'));
  });
}
