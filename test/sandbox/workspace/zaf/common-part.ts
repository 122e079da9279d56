import { z } from 'zod';
import type { ColorScheme } from '../state/color-scheme.ts';
import type { Directory } from '../state/directory.ts';
import type { Store } from '../state/store.ts';
import type { InstanceContext } from './instance.ts';
import { type SurfacePart, valueAt } from './surface.ts';
import { userObject } from './ticket-object.ts';

/** What apps in every location may use of the workspace. */
export interface WorkspaceActions {
  directory: Store<Directory>;
  colorScheme: Store<ColorScheme>;
  subdomain: string;
  /** The instances that an app may know: its own. */
  instances(): InstanceContext[];
  notify(message: string, kind: string, duration: unknown): void;
  routeTo(args: readonly unknown[]): void;
  openModal(options: {
    url: string;
    width?: string | undefined;
    height?: string | undefined;
  }): InstanceContext;
}

/** What an app may do with its own frame. */
export interface FrameActions {
  resize(size: { width?: string | undefined; height?: string | undefined }): void;
  setHidden(hidden: boolean): void;
  destroy(): void;
}

const lengthShape = z
  .union([z.string(), z.number()])
  .transform((length) => (typeof length === 'number' ? `${length}px` : length));
const sizeShape = z.object({ width: lengthShape.optional(), height: lengthShape.optional() });
const createShape = z.object({ location: z.literal('modal'), url: z.string(), size: sizeShape.optional() });

export function commonPart(workspace: WorkspaceActions, frame: FrameActions): SurfacePart {
  return {
    get: (path) => readCommon(workspace, path),
    invoke: (name, args) => invokeFrame(frame, name, args) ?? invokeWorkspace(workspace, name, args),
  };
}

function readCommon(workspace: WorkspaceActions, path: string): { value: unknown } | undefined {
  const instances = Object.fromEntries(workspace.instances().map((it) => [it.instanceGuid, it]));
  const { subdomain, directory, colorScheme } = workspace;
  return valueAt(
    {
      currentUser: userObject(directory.get().me),
      currentAccount: { subdomain, planName: 'Enterprise', timeFormat: 24 },
      colorScheme: colorScheme.get(),
      instances,
    },
    path,
  );
}

function invokeFrame(
  frame: FrameActions,
  name: string,
  args: readonly unknown[],
): { result: unknown } | undefined {
  const actions: Record<string, () => unknown> = {
    resize: () => frame.resize(sizeShape.parse(args[0])),
    hide: () => frame.setHidden(true),
    show: () => frame.setHidden(false),
    destroy: () => frame.destroy(),
    // The official SDK reports the person's activity and waits for an answer.
    track: () => null,
  };
  const action = actions[name];
  return action && { result: action() };
}

function invokeWorkspace(
  workspace: WorkspaceActions,
  name: string,
  args: readonly unknown[],
): { result: unknown } | undefined {
  if (name === 'notify') {
    const [message, kind, duration] = args;
    workspace.notify(z.string().parse(message), z.string().catch('notice').parse(kind), duration);
    return { result: null };
  }
  if (name === 'routeTo') {
    workspace.routeTo(args);
    return { result: null };
  }
  if (name === 'instances.create') {
    const { url, size } = createShape.parse(args[0]);
    return { result: [workspace.openModal({ url, width: size?.width, height: size?.height })] };
  }
  return undefined;
}
