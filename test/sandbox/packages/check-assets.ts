import type { JsonObject } from '../json.ts';
import { placesOf } from './check-locations.ts';
import type { FaultList } from './fault.ts';
import { type PackageFiles, textOfFile } from './package-files.ts';
import { pngSize } from './png-size.ts';

/** Files that every app must have to be installed, with their sizes in pixels. */
const LOGOS: readonly [string, number][] = [
  ['assets/logo.png', 320],
  ['assets/logo-small.png', 128],
];
const ICON_PLACES = ['nav_bar', 'top_bar', 'ticket_editor'];

/** Logos and icons. */
export function checkAssets(manifest: JsonObject, files: PackageFiles, faults: FaultList): void {
  for (const [file, side] of LOGOS) checkLogo(file, side, { files, faults });
  checkBanner(files, faults);
  const places = placesOf(manifest).filter((it) => it.product === 'support' && ICON_PLACES.includes(it.name));
  for (const { name } of places) {
    const file = `assets/icon_${name}.svg`;
    const svg = textOfFile(files, file);
    if (svg !== undefined) checkSvg(svg, file, faults);
    else if (name === 'nav_bar') faults.error('missing_location_icon', file, iconMissing(name));
    else faults.warn('missing_location_icon', file, iconMissing(name));
  }
}

function iconMissing(location: string): string {
  return `is not there, but the app is in the ${location}. Add an SVG icon.`;
}

interface Checked {
  files: PackageFiles;
  faults: FaultList;
}

function checkLogo(file: string, side: number, { files, faults }: Checked): void {
  const bytes = files.bytes(file);
  if (bytes === undefined) {
    faults.error('missing_logo', file, `is not there. Add a PNG of ${side}×${side} pixels.`);
    return;
  }
  const size = pngSize(bytes);
  if (size === undefined) faults.error('logo.invalid_format', file, 'is no PNG. Save it as one.');
  else if (size.width !== side || size.height !== side)
    faults.error(
      'logo.invalid_size',
      file,
      `has ${size.width}×${size.height} pixels; it must have ${side}×${side}.`,
    );
}

function checkBanner(files: PackageFiles, faults: FaultList): void {
  const file = 'assets/banner.png';
  const bytes = files.bytes(file);
  if (bytes === undefined) return;
  const size = pngSize(bytes);
  if (size === undefined) faults.error('banner.invalid_format', file, 'is no PNG. Save it as one.');
  else if (![1, 2].some((factor) => size.width === 830 * factor && size.height === 200 * factor))
    faults.error(
      'banner.invalid_size',
      file,
      `has ${size.width}×${size.height} pixels; it must have 830×200.`,
    );
}

/** Zendesk cleans icons when they are uploaded; what it would take out is not what the author meant to show. */
function checkSvg(svg: string, file: string, faults: FaultList): void {
  if (!/<svg[\s>]/i.test(svg)) faults.error('dirty_svg', file, 'holds no <svg> element. Save it as an SVG.');
  if (/<script|\son\w+\s*=|javascript:/i.test(svg))
    faults.warn('sanitised_svg', file, 'has scripts in it, which Zendesk takes out. Remove them.');
  if (/<image[\s>]|data:image\/(png|jpe?g|gif)/i.test(svg))
    faults.warn(
      'bitmap_in_svg',
      file,
      'has a bitmap in it, and a placeholder is shown instead. Draw it as shapes.',
    );
}
