/** What is to be changed in many tickets; empty means unchanged. */
export interface BulkEdit {
  status: string;
  groupId: string;
  assigneeId: string;
  type: string;
  priority: string;
  addTags: readonly string[];
  removeTags: readonly string[];
  comment: string;
  isPublic: boolean;
}

export const emptyEdit: BulkEdit = {
  status: '',
  groupId: '',
  assigneeId: '',
  type: '',
  priority: '',
  addTags: [],
  removeTags: [],
  comment: '',
  isPublic: false,
};

/** The body of `update_many`: tags are added and removed, so that each ticket keeps its others. */
export function bulkPayload(edit: BulkEdit): Record<string, unknown> {
  const { status, groupId, assigneeId, type, priority, addTags, removeTags, comment, isPublic } = edit;
  return {
    ...(status === '' ? {} : { status }),
    ...(groupId === '' ? {} : { group_id: Number(groupId) }),
    ...(assigneeId === '' ? {} : { assignee_id: Number(assigneeId) }),
    ...(type === '' ? {} : { type }),
    ...(priority === '' ? {} : { priority }),
    ...(addTags.length === 0 ? {} : { additional_tags: addTags }),
    ...(removeTags.length === 0 ? {} : { remove_tags: removeTags }),
    ...(comment.trim() === '' ? {} : { comment: { body: comment, public: isPublic } }),
  };
}
