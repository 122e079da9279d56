import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Help, Row, Rule, Stack } from '../../../ui/layout.tsx';
import { DecidedFields } from './DecidedFields.tsx';
import { LetterFields } from './LetterFields.tsx';
import { PostedFields } from './PostedFields.tsx';
import { POSTS } from './post-kinds.ts';
import { type PostFormOptions, usePostForm } from './use-post-form.ts';

export interface PostFormProps extends PostFormOptions {
  readonly menu?: ReactNode;
}

/** For customers without an e-mail address: prints the letter, and records when it went into the post. */
export function PostForm({ menu, ...options }: PostFormProps) {
  const { say } = useEnvironment().language;
  const { post, action, fault, blocked, wordsAt, mend, print, submit } = usePostForm(options);
  const faults = { address: wordsAt('address'), text: wordsAt('text') };
  return (
    <Stack
      as="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Help style={{ textAlign: 'left' }}>{say('post.text')}</Help>
      <DecidedFields
        decides={POSTS[options.kind].decides}
        post={post}
        fault={fault}
        wordsAt={wordsAt}
        onChange={mend}
      />
      <LetterFields post={post} faults={faults} onChange={mend} />
      <Failure text={blocked ? say('post.blocked') : undefined} />
      <Row>
        <Button isPrimary isStretched onClick={print}>
          {say('post.print')}
        </Button>
        {menu}
      </Row>
      <Rule />
      <PostedFields post={post} fault={wordsAt('posted')} onChange={mend} />
      <Failure text={action.failure} />
      <Button isStretched type="submit" disabled={action.busy || post.loading}>
        {say(action.busy ? 'post.saving' : 'post.save')}
      </Button>
    </Stack>
  );
}
