import { describe, expect, it } from 'vitest';
import { acknowledged, received } from '../easter.ts';
import { at, planOf, sendable } from '../support.ts';
import { held, withFacts, withHistory } from './story.ts';

describe('the notes', () => {
  it('are those that have not been written yet', () => {
    const plan = (notes: string[]) =>
      withHistory([received, acknowledged], '2026-04-08 09:00', { notes: new Set(notes) });
    expect(plan([]).notes.map(({ key }) => key)).toEqual(['due_soon:ask4.update:2026-04-09']);
    expect(plan(['due_soon:ask4.update:2026-04-09']).notes).toEqual([]);
    expect(plan(['due_soon:ask4.response:2026-04-09']).notes).toHaveLength(1);
  });

  it('a held acknowledgement is told of as a mark', () => {
    expect(withFacts(held).notes).toMatchObject([{ code: 'needs_person', mark: { code: 'burst' } }]);
    expect(withFacts(held).marks).toEqual([{ code: 'burst', since: received.recordedAt }]);
  });
});

describe('older complaints are taken in silently', () => {
  const facts = { ...sendable, liveSince: at('2026-04-02') };
  const plan = planOf([received, acknowledged], '2026-04-08 09:00', { facts });

  it('nothing is sent and no note written, not even at due soon', () => {
    expect(plan.notes).toEqual([]);
    expect(planOf([received], '2026-04-02 12:00', { facts })).toMatchObject({
      send: { kind: 'nothing' },
      notes: [],
    });
  });

  it('but dates, stage and tags are set', () => {
    expect(plan.fields).toMatchObject({ stage: 'complaint_stage_acknowledged', update_due: '2026-04-09' });
    expect([...plan.tags]).toEqual(['complaint_due_soon']);
  });
});
