// What the sheets that jobs make are called. Apart from their layouts, so that naming one loads none.
import { text, type Text } from '../../core/ground/text';

export const ACCOUNTABILITY_SHEET: Text = text('追责名单', 'Accountability');
export const AGENDA_SHEET: Text = text('颁奖会议程', 'Ceremony agenda');
export const AWARDS_SHEET: Text = text('获奖名单', 'Awards');
export const BRIEFING_SHEET: Text = text('领导简报', 'Briefing');
export const CERTIFICATES_SHEET: Text = text('证书', 'Certificates');
export const DETAIL_SHEET: Text = text('评分明细', 'Score details');
export const MADE_FROM_SHEET: Text = text('生成依据', 'Made from');
export const MATRIX_SHEET: Text = text('报送矩阵', 'Matrix');
export const NOTICE_SHEET: Text = text('公示', 'Public notice');
export const OVERVIEW_SHEET: Text = text('首页', 'Overview');
export const PRIZE_RECEIPT_SHEET: Text = text('奖金签收表', 'Prize receipt');
export const PROGRESS_SHEET: Text = text('评分进度', 'Judging progress');
export const REMARKS_SHEET: Text = text('评语', 'Remarks');
export const ROBUSTNESS_SHEET: Text = text('稳健性', 'Robustness');
export const SUMMARY_SHEET: Text = text('汇总', 'Summary');
