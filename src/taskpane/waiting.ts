// Stands before everything else on the pane's page and says what is missing when Excel's runtime does not come: from where it should have come,
// and what to ask the people of the network. Needs no other file, no React and no Office; goes by itself when the pane draws.

const SAY_WAITING_MS = 2_000;
const SAY_MISSING_MS = 10_000;

interface Words {
  readonly waiting: string;
  readonly notLoaded: string;
  readonly from: string;
  readonly ask: string;
  readonly cloud: string;
  readonly noAnswer: string;
  readonly reopen: string;
  readonly meanwhile: string;
  readonly again: string;
}

const ZH: Words = {
  waiting: '正在等待 Excel 的接口（office.js）…',
  notLoaded: '没有加载到 Excel 的接口（office.js）',
  from: '应当来自：',
  ask: '请把这个地址告诉单位的网络管理员，请他放行对它的 HTTPS 访问（443 端口）。',
  cloud:
    '用世纪互联（21Vianet）版 Microsoft 365 的单位，要换用从 appsforoffice.cdn.partner.office365.cn 加载的安装包。',
  noAnswer: '接口已加载，但 Excel 没有应答',
  reopen: '请关闭这个面板再打开；还不行，请重新打开工作簿。',
  meanwhile: '工作簿本身照常可以查看和填写。',
  again: '再试一次',
};

const EN: Words = {
  waiting: 'Waiting for Excel’s interface (office.js)…',
  notLoaded: 'Excel’s interface (office.js) was not loaded',
  from: 'It should come from: ',
  ask: 'Give this address to your network administrator and ask to allow HTTPS (port 443) to it.',
  cloud: 'On the 21Vianet cloud use the build that loads it from appsforoffice.cdn.partner.office365.cn.',
  noAnswer: 'The interface is loaded, but Excel does not answer',
  reopen: 'Close this pane and open it again; if that does not help, reopen the workbook.',
  meanwhile: 'The workbook itself can be read and filled in as always.',
  again: 'Try again',
};

const words = navigator.language.toLowerCase().startsWith('en') ? EN : ZH;
let office: HTMLScriptElement | null = null;
let arrived = false;
let notice: HTMLElement | null = null;

function line(tag: 'h1' | 'p' | 'code', content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
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

function sayMissing(): void {
  if (arrived) {
    show(line('h1', words.noAnswer), line('p', words.reopen), line('p', words.meanwhile), tryAgain());
    return;
  }
  const address = line('p', words.from);
  address.append(line('code', office ? new URL(office.src).origin : ''));
  show(
    line('h1', words.notLoaded),
    address,
    line('p', words.ask),
    line('p', words.cloud),
    line('p', words.meanwhile),
    tryAgain(),
  );
}

/** The runtime's script stands behind this one: it is met as the page is read on. */
function meet(): void {
  const script = document.querySelector<HTMLScriptElement>('script[data-office]');
  if (!script || office) return;
  office = script;
  script.addEventListener('load', () => (arrived = true));
  script.addEventListener('error', sayMissing);
}

new MutationObserver((_, observer) => {
  meet();
  if (office) observer.disconnect();
}).observe(document.documentElement, { childList: true, subtree: true });
setTimeout(() => {
  if (!arrived) show(line('p', words.waiting));
}, SAY_WAITING_MS);
setTimeout(sayMissing, SAY_MISSING_MS);
