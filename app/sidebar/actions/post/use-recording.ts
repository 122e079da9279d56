import { useRef } from 'react';
import type { Instant } from '../../../../domain/local-date.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { recordNoted } from '../../record/noted.ts';
import { recordPosting } from '../../record/posting.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { EVENT_NAMES } from '../../views/event-names.ts';
import { currencyOf, redressNoting } from '../respond/redress.ts';
import { POSTS } from './post-kinds.ts';
import type { Post, PostSubject } from './use-post.ts';

/** The redress is a fact of its own on the case's file, which only an update of its own can carry. */
function useRedress({ kind, record }: PostSubject): (post: Post) => Promise<string | undefined> {
  const { language } = useEnvironment();
  const { host, ticketId, fields, policy } = useSidebar();
  // Where the posting fails after it, the next try does not note it again.
  const noted = useRef('');
  return async (post) => {
    if (POSTS[kind].decides !== 'response') return undefined;
    const { option, amount } = post.kept.value;
    const currency = currencyOf(policy);
    const noting = redressNoting({ redress: { option, amount }, record, fields, currency, language });
    if (!noting) return fields.redress ? option : undefined;
    const said = `${option} ${amount}`;
    if (noted.current !== said) await recordNoted(host, ticketId, noting);
    noted.current = said;
    return undefined;
  };
}

/** Records that a letter went into the post, with its text and what it decides. @throws RestError, MissingFieldError */
export function useRecording(subject: PostSubject): (post: Post, postedAt: Instant) => Promise<void> {
  const { language, when } = useEnvironment();
  const { host, ticketId, fields } = useSidebar();
  const noteRedress = useRedress(subject);
  const { event, decides } = POSTS[subject.kind];
  return async (post, postedAt) => {
    const redress = await noteRedress(post);
    const name = language.say(EVENT_NAMES[subject.kind]);
    const said = language.say('post.note', { event: name, when: when.moment(postedAt) });
    const { outcome, category } = post.kept.value;
    await recordPosting(host, ticketId, fields, {
      event,
      postedAt,
      note: post.text === '' ? said : `${said}\n\n${post.text}`,
      outcome: decides && outcome,
      category: decides === 'response' ? category : undefined,
      redress,
    });
  };
}
