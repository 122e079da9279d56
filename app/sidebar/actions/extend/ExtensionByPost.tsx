import { useCallback } from 'react';
import type { NewDate } from '../../draft/new-date.ts';
import { useRequester } from '../../use-requester.ts';
import type { ActionProps } from '../action.ts';
import { PostAction } from '../post/PostAction.tsx';
import { newDateText, type ToldDate } from './new-date-text.ts';

/** The letter that tells of a new date, on paper. */
export function ExtensionByPost({ told, ...props }: ActionProps & { readonly told: ToldDate }) {
  const { date, at, zone } = told;
  const locale = useRequester()?.locale;
  // The same function as long as date and customer are the same: the letter is read anew for another.
  const newDate: NewDate = useCallback(
    (language) => newDateText({ date, at, zone }, language, locale),
    [date, at, zone, locale],
  );
  return <PostAction {...props} kind="extension" newDate={newDate} />;
}
