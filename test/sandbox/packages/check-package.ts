import type { JsonObject } from '../json.ts';
import { checkAssets } from './check-assets.ts';
import { checkFiles } from './check-files.ts';
import { checkLocations } from './check-locations.ts';
import { checkManifest } from './check-manifest.ts';
import { checkParameters } from './check-parameters.ts';
import { checkRequirements } from './check-requirements.ts';
import { checkSources } from './check-sources.ts';
import { checkTranslations } from './check-translations.ts';
import { createFaultList, type FaultList, type PackageFault } from './fault.ts';
import type { PackageFiles } from './package-files.ts';
import { readJsonObject } from './read-json.ts';

const MANIFEST = 'manifest.json';
const codes = {
  notJson: 'manifest_not_json',
  notObject: 'manifest_not_json',
  duplicate: 'duplicate_manifest_keys',
};

/**
 * All that Zendesk would find wrong with an app package when it is uploaded, and not just the first fault. The rules
 * are those of Zendesk's published validator (zendesk_apps_support) and of its documentation on packages.
 */
export function checkPackage(files: PackageFiles): PackageFault[] {
  const faults = createFaultList();
  checkFiles(files, faults);
  checkSources(files, faults);
  const manifest = readManifest(files, faults);
  if (manifest === undefined) return faults.all();
  checkManifest(manifest, faults);
  checkLocations(manifest, files, faults);
  checkParameters(manifest, faults);
  checkTranslations(manifest, files, faults);
  checkAssets(manifest, files, faults);
  checkRequirements(manifest, files, faults);
  return faults.all();
}

function readManifest(files: PackageFiles, faults: FaultList): JsonObject | undefined {
  if (files.names.includes(MANIFEST)) return readJsonObject(files, MANIFEST, { faults, codes });
  const nested = files.names.find((name) => /^[^/]+\/manifest\.json$/.test(name));
  if (nested === undefined) faults.error('missing_manifest', MANIFEST, 'is not there. Add it.');
  else
    faults.error(
      'nested_manifest',
      nested,
      'is in a folder. Pack the contents of that folder, not the folder.',
    );
  return undefined;
}
