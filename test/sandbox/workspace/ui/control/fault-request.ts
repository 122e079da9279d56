import type { FaultPreset } from '../../api/control-shapes.ts';

/** What the form's texts ask the control API for. An empty field leaves its parameter out. */
export function faultRequest(
  preset: FaultPreset,
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const request: Record<string, unknown> = { preset: preset.name };
  for (const { name, type } of preset.parameters) {
    const text = values[name]?.trim();
    if (text !== undefined && text !== '') request[name] = type === 'number' ? Number(text) : text;
  }
  const match = matchOf(values);
  if (Object.keys(match).length > 0) request.match = match;
  return request;
}

function matchOf({ caller, endpoint }: Readonly<Record<string, string>>): Record<string, string> {
  const wanted = endpoint?.trim() ?? '';
  return {
    ...(caller === undefined || caller === 'all' ? {} : { caller }),
    ...(wanted === '' ? {} : { endpoint: wanted }),
  };
}
