// Stands before everything else on the pane's page and says what is missing when Excel's runtime does not come: from where it should have come,
// and what to ask the people of the network. Needs no other file, no React and no Office; goes by itself when the pane draws.

const SAY_WAITING_MS = 2_000;
const SAY_MISSING_MS = 10_000;

interface Words {
  readonly waiting: string;
  readonly starting: string;
  readonly notLoaded: string;
  readonly programNotLoaded: string;
  readonly from: string;
  readonly ask: string;
  readonly cloud: string;
  readonly noAnswer: string;
  readonly reopen: string;
  readonly parts: string;
  readonly meanwhile: string;
  readonly again: string;
}

const ZH: Words = {
  waiting: '正在等待 Excel 的接口（office.js）…',
  starting: '正在打开面板…',
  notLoaded: '没有加载到 Excel 的接口（office.js）',
  programNotLoaded: '没有加载到面板自己的程序',
  from: '应当来自：',
  ask: '请把这个地址告诉单位的网络管理员，请他放行对它的 HTTPS 访问（443 端口）。',
  cloud:
    '用世纪互联（21Vianet）版 Microsoft 365 的单位，要换用从 appsforoffice.cdn.partner.office365.cn 加载的安装包。',
  noAnswer: '接口已加载，但 Excel 没有应答',
  reopen: '请按 Enter 结束单元格编辑，关闭打开的对话框；还不行，请关闭这个面板再打开，或重新打开工作簿。',
  parts: '每次都这样，可能是接口只放行了一部分。请网络管理员放行这个地址下的全部文件：',
  meanwhile: '工作簿本身照常可以查看和填写。',
  again: '再试一次',
};

const EN: Words = {
  waiting: 'Waiting for Excel’s interface (office.js)…',
  starting: 'Opening the pane…',
  notLoaded: 'Excel’s interface (office.js) was not loaded',
  programNotLoaded: 'The pane’s own program was not loaded',
  from: 'It should come from: ',
  ask: 'Give this address to your network administrator and ask to allow HTTPS (port 443) to it.',
  cloud: 'On the 21Vianet cloud use the build that loads it from appsforoffice.cdn.partner.office365.cn.',
  noAnswer: 'The interface is loaded, but Excel does not answer',
  reopen:
    'Finish editing the cell (press Enter) and close open dialogs; if that does not help, close this pane and open it again, or reopen the workbook.',
  parts:
    'If it is so every time, only a part of the interface may get through. Ask your network administrator to allow all files under this address: ',
  meanwhile: 'The workbook itself can be read and filled in as always.',
  again: 'Try again',
};

/** The language of Office, as it stands in the address that Office opens the pane with (`_host_Info=Excel$Win32$16.01$zh-CN$…`), else the browser's. */
const locale =
  /[?&]_host_Info=[^&]*?(?:\$|\||%24|%7C)([a-z]{2}-[A-Z]{2})/i.exec(location.search)?.[1] ?? navigator.language;
const words = locale.toLowerCase().startsWith('en') ? EN : ZH;
let office: HTMLScriptElement | null = null;
let arrived = false;
/** The pane's own script that could not be loaded. */
let broken: HTMLScriptElement | null = null;
let notice: HTMLElement | null = null;

function line(tag: 'h1' | 'p', content: string, address = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  if (address !== '') element.append(Object.assign(document.createElement('code'), { textContent: address }));
  return element;
}

/** False once the pane has drawn itself: from then on the page is no longer ours. */
function stillWaiting(root: HTMLElement): boolean {
  return root.childElementCount === 0 || (notice !== null && notice.parentElement === root);
}

function show(...content: readonly HTMLElement[]): void {
  const root = document.getElementById('root');
  if (!root || !stillWaiting(root)) return;
  notice?.remove();
  notice = document.createElement('main');
  notice.className = 'waiting';
  notice.lang = words === EN ? 'en' : 'zh-CN';
  notice.setAttribute('role', 'status');
  notice.append(...content);
  root.append(notice);
}

function tryAgain(): HTMLElement {
  const button = document.createElement('button');
  button.textContent = words.again;
  button.addEventListener('click', () => location.reload());
  return button;
}

const originOf = (script: HTMLScriptElement | null): string => (script ? new URL(script.src).origin : '');

/** What is missing, in the order in which it is needed: Excel's runtime, the pane's own program, Excel's answer. */
function sayMissing(): void {
  const end = [line('p', words.meanwhile), tryAgain()];
  if (!arrived)
    show(
      line('h1', words.notLoaded),
      line('p', words.from, originOf(office)),
      line('p', words.ask),
      line('p', words.cloud),
      ...end,
    );
  else if (broken)
    show(line('h1', words.programNotLoaded), line('p', words.from, broken.src), line('p', words.ask), ...end);
  else show(line('h1', words.noAnswer), line('p', words.reopen), line('p', words.parts, originOf(office)), ...end);
}

/** The runtime's script stands behind this one: it is met as the page is read on. */
function meet(): void {
  const script = document.querySelector<HTMLScriptElement>('script[data-office]');
  if (!script || office) return;
  office = script;
  script.addEventListener('load', () => (arrived = true));
}

new MutationObserver((_, observer) => {
  meet();
  if (office) observer.disconnect();
}).observe(document.documentElement, { childList: true, subtree: true });
// Errors of scripts do not bubble.
window.addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    if (target !== office) broken = target;
    // Whoever asked for it hears of it first, and clears the page where nothing can come any more.
    setTimeout(sayMissing);
  },
  true,
);
show(line('p', words.starting));
setTimeout(() => {
  if (!arrived) show(line('p', words.waiting));
}, SAY_WAITING_MS);
setTimeout(sayMissing, SAY_MISSING_MS);
