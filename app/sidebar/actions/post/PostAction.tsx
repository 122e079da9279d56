import { type ComponentType, useEffect, useRef } from 'react';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Heading, Row, Stack } from '../../../ui/layout.tsx';
import type { InsertOptions } from '../../draft/letter-html.ts';
import { EVENT_NAMES } from '../../views/event-names.ts';
import type { ActionProps } from '../action.ts';
import { PostForm } from './PostForm.tsx';
import type { PostKind } from './post-kinds.ts';

export interface PostActionProps
  extends Pick<ActionProps, 'record' | 'reading' | 'onClose'>,
    Pick<InsertOptions, 'newDate' | 'asked'> {
  readonly kind: PostKind;
}

/** A letter's form in the place of the case: its heading takes the focus when it opens. */
export function PostAction({ kind, record, reading, newDate, asked, onClose }: PostActionProps) {
  const { say } = reading.language;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack>
      <Row>
        <Heading ref={heading} tabIndex={-1}>
          {say('post.title', { event: say(EVENT_NAMES[kind]) })}
        </Heading>
        <LinkButton onClick={onClose}>{say('common.cancel')}</LinkButton>
      </Row>
      <PostForm kind={kind} record={record} newDate={newDate} asked={asked} onRecorded={onClose} />
    </Stack>
  );
}

/** The form of an action whose message goes by post where the customer has no e-mail address. */
export function orByPost(kind: PostKind, Form?: ComponentType<ActionProps>): ComponentType<ActionProps> {
  return function ByReplyOrPost(props) {
    return Form && !props.byPost ? <Form {...props} /> : <PostAction {...props} kind={kind} />;
  };
}
