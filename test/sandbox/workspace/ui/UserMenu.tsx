import { IconButton } from '@zendeskgarden/react-buttons';
import { Item, ItemGroup, Menu, Separator } from '@zendeskgarden/react-dropdowns';
import { useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import { Avatar } from './Avatar.tsx';

/** Those that the workspace has words in. */
const LANGUAGES = [
  ['en-GB', 'English'],
  ['de', 'Deutsch'],
] as const;

/** Who is signed in, and everybody else of the company to work as. */
export function UserMenu() {
  const { control, rest, directory, notify } = useWorkspace();
  const words = useWords();
  const { me, users } = useDirectory();
  const colleagues = [...users.values()].filter((user) => user.role !== 'end-user' && !user.suspended);
  const switchTo = async (id: number) => {
    await control.signIn(id);
    window.location.reload();
  };
  const speak = (locale: string) =>
    rest.setLocale(me.id, locale).then(directory.learnMe, (error: unknown) => {
      notify({ text: String(error), kind: 'error', duration: 6000 });
    });
  const language = LANGUAGES.find(([locale]) => me.locale.startsWith(locale.slice(0, 2)))?.[0];
  return (
    <Menu
      placement="bottom-end"
      button={(props) => (
        <IconButton
          {...props}
          aria-label={words.t('signedInAs', { name: me.name })}
          style={{ marginLeft: 4 }}
        >
          <Avatar user={me} size={28} />
        </IconButton>
      )}
      selectedItems={[
        { value: String(me.id), name: 'user', type: 'radio' },
        ...(language ? [{ value: language, name: 'language', type: 'radio' as const }] : []),
      ]}
      onChange={({ value }) => {
        if (LANGUAGES.some(([locale]) => locale === value) && value !== language) void speak(String(value));
        const id = Number(value);
        if (id > 0 && id !== me.id) void switchTo(id);
      }}
    >
      <ItemGroup legend={words.t('switchUser')} type="radio">
        {colleagues.map((user) => (
          <Item
            key={user.id}
            value={String(user.id)}
            name="user"
            label={`${user.name} (${user.role}, ${user.locale})`}
          />
        ))}
      </ItemGroup>
      <ItemGroup legend={words.t('language')} type="radio">
        {LANGUAGES.map(([locale, name]) => (
          <Item key={locale} value={locale} name="language" label={name} />
        ))}
      </ItemGroup>
      <Separator />
      <Item value="email" isDisabled label={me.email ?? me.name} />
    </Menu>
  );
}
