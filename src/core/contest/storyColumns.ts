// By which headers the columns of a story list are recognised. Knows no row.
import type { WantedColumn } from '../import/matchHeaders';

/** The columns that a file of entries may have. */
export type StoryColumn = 'number' | 'unit' | 'title' | 'category' | 'storyteller' | 'words' | 'remark';

/** Unit and title must be there. A header is compared folded: width, case and blanks do not count. */
export const STORY_COLUMNS: readonly (WantedColumn & { readonly key: StoryColumn })[] = [
  { key: 'number', headers: ['编号', '作品编号', '序号', 'number', 'no.'], required: false },
  { key: 'unit', headers: ['报送单位', '推荐单位', '单位名称', '单位', 'unit'], required: true },
  { key: 'title', headers: ['作品题目', '作品标题', '作品名称', '题目', '标题', 'title'], required: true },
  { key: 'category', headers: ['类别', '作品类别', '分类', '类型', 'category'], required: false },
  {
    key: 'storyteller',
    headers: ['参评人', '讲述人', '宣讲人', '主人公', '作者', 'entrant', 'storyteller', 'author'],
    required: false,
  },
  { key: 'words', headers: ['字数', 'words'], required: false },
  { key: 'remark', headers: ['备注', '说明', 'remark', 'note'], required: false },
];

/** What a campaign calls who stands behind an entry, and what is judged; '' where it says nothing. */
interface OwnWords {
  readonly person: string;
  readonly entry: string;
}

/** The same, with what the campaign itself calls its things. Example: 摄影者 and 照片题目 of a photo contest. */
export function storyColumns({ person, entry }: OwnWords): typeof STORY_COLUMNS {
  const own: Partial<Record<StoryColumn, readonly string[]>> = {
    title: entry === '' ? [] : [`${entry}题目`, `${entry}标题`, `${entry}名称`, entry, `${entry} title`],
    storyteller: person === '' ? [] : [person],
  };
  return STORY_COLUMNS.map((column) => ({ ...column, headers: [...column.headers, ...(own[column.key] ?? [])] }));
}
