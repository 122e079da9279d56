import { z } from 'zod';
import type { ColorScheme } from '../state/color-scheme.ts';
import type { AccountState } from './account-state.ts';
import type { InstanceContext } from './instance.ts';
import { type People, userObject } from './people-object.ts';
import { type SurfacePart, valueAt } from './surface.ts';

/** What apps in every location may use of the workspace. */
export interface WorkspaceActions {
  people(): People;
  colorScheme(): ColorScheme;
  account: AccountState;
  /** What the app's requirements.json made in the account, by identifier. */
  requirements: Readonly<Record<string, unknown>>;
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

const sizeLength = z
  .union([z.string(), z.number()])
  .transform((length) => (typeof length === 'number' ? `${length}px` : length));
const createShape = z.object({
  location: z.literal('modal', { error: 'instances.create makes instances of the location "modal" only.' }),
  url: z.string({ error: 'instances.create needs a url.' }),
  size: z.object({ width: sizeLength.optional(), height: sizeLength.optional() }).optional(),
});

export function commonPart(workspace: WorkspaceActions): SurfacePart {
  return {
    get: (path) => readRequirement(workspace, path) ?? readCommon(workspace, path),
    invoke: (name, args) => invokeWorkspace(workspace, name, args),
  };
}

function readCommon(workspace: WorkspaceActions, path: string): { value: unknown } | undefined {
  const people = workspace.people();
  return valueAt(
    {
      currentUser: userObject(people.directory.me, people),
      currentAccount: workspace.account,
      colorScheme: workspace.colorScheme(),
      instances: Object.fromEntries(workspace.instances().map((it) => [it.instanceGuid, it])),
    },
    path,
  );
}

function readRequirement(workspace: WorkspaceActions, path: string): { value: unknown } | undefined {
  const [, identifier] = /^requirement:(.+)$/.exec(path) ?? [];
  if (identifier === undefined) return undefined;
  if (!(identifier in workspace.requirements))
    throw new Error(`The app's requirements.json has no "${identifier}"`);
  return { value: workspace.requirements[identifier] };
}

function invokeWorkspace(
  workspace: WorkspaceActions,
  name: string,
  args: readonly unknown[],
): { result: unknown } | undefined {
  switch (name) {
    case 'notify': {
      const [message, kind, duration] = args;
      const text = z.string({ error: 'notify needs a text.' }).parse(message);
      workspace.notify(text, z.string().catch('notice').parse(kind), duration);
      return { result: null };
    }
    case 'routeTo':
      workspace.routeTo(args);
      return { result: null };
    case 'instances.create': {
      const { url, size } = createShape.parse(args[0]);
      return { result: [workspace.openModal({ url, width: size?.width, height: size?.height })] };
    }
    // The official SDK reports the person's activity and waits for an answer.
    case 'track':
      return { result: null };
    default:
      return undefined;
  }
}
