import { z } from 'zod';
import type { SurfacePart } from './surface.ts';

export interface Size {
  width?: string | undefined;
  height?: string | undefined;
}

/** What an app may do with its own frame. */
export interface FrameActions {
  resize(size: Size): void;
  setHidden(hidden: boolean): void;
  destroy(): void;
  /** Only where the app opens from an icon: loads its page without showing it. */
  preload?(): void;
  /** Only in the top bar: shows, hides or toggles the app, or sets its size. */
  popover?(change: 'show' | 'hide' | 'toggle' | Size): void;
}

const length = z
  .union([z.string(), z.number()])
  .transform((value) => (typeof value === 'number' || /^\d+$/.test(value) ? `${value}px` : value));
const sizeShape = z.object({ width: length.optional(), height: length.optional() });
const popoverShape = z.union([z.enum(['show', 'hide', 'toggle']), sizeShape]);

export function framePart(frame: FrameActions): SurfacePart {
  const { preload, popover } = frame;
  const actions: Record<string, (args: readonly unknown[]) => void> = {
    resize: ([size]) => frame.resize(sizeShape.parse(size)),
    hide: () => frame.setHidden(true),
    show: () => frame.setHidden(false),
    destroy: () => frame.destroy(),
    ...(preload ? { preloadPane: () => preload() } : {}),
    ...(popover ? { popover: ([change = 'show']) => popover(popoverShape.parse(change)) } : {}),
  };
  return {
    invoke(name, args) {
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (action === undefined) return undefined;
      action(args);
      return { result: null };
    },
  };
}
