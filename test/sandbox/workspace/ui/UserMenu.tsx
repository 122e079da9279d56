import { IconButton } from '@zendeskgarden/react-buttons';
import { Item, ItemGroup, Menu, Separator } from '@zendeskgarden/react-dropdowns';
import { useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import { Avatar } from './Avatar.tsx';

/** Who is signed in, and everybody else of the company to work as. */
export function UserMenu() {
  const { control } = useWorkspace();
  const words = useWords();
  const { me, users } = useDirectory();
  const colleagues = [...users.values()].filter((user) => user.role !== 'end-user' && !user.suspended);
  const switchTo = async (id: number) => {
    await control.signIn(id);
    window.location.reload();
  };
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
      selectedItems={[{ value: String(me.id), name: 'user', type: 'radio' }]}
      onChange={({ value }) => {
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
      <Separator />
      <Item value="email" isDisabled label={me.email ?? me.name} />
    </Menu>
  );
}
