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
