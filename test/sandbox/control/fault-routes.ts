import type express from 'express';
import type { Faults } from '../faults/faults.ts';
import { isPreset, listPresets, PRESETS } from '../faults/presets.ts';
import { FaultError } from '../faults/read-rule.ts';
import { type JsonObject, objectOf } from '../json.ts';
import { answer } from './answer.ts';

/** `/faults`: list, switch on by name or as a rule, switch off. */
export function faultRoutes(router: express.Router, { faults }: { faults: Faults }): void {
  router.get('/faults', (_req, res) => void res.json({ faults: faults.list(), presets: listPresets() }));
  router.post('/faults', (req, res) => {
    answer(res, () => ({ fault: switchOn(faults, objectOf(req.body)) }), 201);
  });
  router.delete('/faults', (_req, res) => {
    faults.clear();
    res.status(204).end();
  });
  router.delete('/faults/:id', (req, res) => {
    if (faults.remove(req.params.id)) res.status(204).end();
    else res.status(404).json({ error: 'unknown_fault', description: 'No such fault is switched on.' });
  });
}

function switchOn(faults: Faults, { preset, ...rest }: JsonObject) {
  if (preset === undefined) return faults.addRule(rest);
  if (!isPreset(preset))
    throw new FaultError(
      `preset: there is none called ${JSON.stringify(preset)}; there are ${Object.keys(PRESETS).join(', ')}`,
    );
  return faults.preset(preset, rest);
}
