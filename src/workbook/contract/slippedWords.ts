// What is said of a column whose cells are those of other rows: sorted by itself, dragged over, or shifted.
import { text, type Text } from '../../core/ground/text';

/** Lines that are named one by one. */
const LINES = 8;

/** Of the column on that sheet, with the lines of its cells, and what the first of them was written with and says now. */
export function slippedWords(sheet: string, header: Text, lines: readonly number[], then: string, now: string): Text {
  const count = lines.length;
  const more = count > LINES ? '…' : '';
  const [first] = lines;
  const some = lines.slice(0, LINES);
  return text(
    `“${sheet}”有 ${count} 行的“${header.zh}”不是登记时的，看来是别的行的（第 ${some.join('、')}${more} 行；如第 ${first} 行：登记时“${then}”，现在“${now}”）：多半是单独给这一列排了序、填充或粘贴时盖住了，或删除、插入了单元格。请撤销，或在“改正”里选“放回原行”；确是逐行更正的，选“照现在的”。`,
    `${count} rows of “${sheet}” have the “${header.en}” of other rows, it seems (rows ${some.join(', ')}${more}; row ${first}: written “${then}”, now “${now}”): probably it was sorted by itself, one was filled or pasted over others, or cells were deleted or put in. Undo that, or let “Mend” put them back; or take them as they are if each was corrected.`,
  );
}
