import type { ShellState } from '../../shared/shell/shell-messages.ts'

// What the system shows of the program while all is well; trouble-words.ts has the rest.

const zh = {
  appName: '九控',
  file: '文件',
  print: '打印…',
  savePdf: '另存为 PDF…',
  showData: '打开数据所在的文件夹',
  startWithSystem: '开机时启动',
  packed: '打开打包的门店文件…',
  settings: '设置',
  find: '搜索',
  help: '帮助',
  shortcuts: '快捷键',
  logs: '打开日志所在的文件夹',
  update: '从文件更新程序…',
  about: '关于九控',
  aboutText: '版本 {{version}}',
  hide: '隐藏九控',
  hideOthers: '隐藏其他',
  unhide: '全部显示',
  window: '窗口',
  minimize: '最小化',
  lock: '锁定',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  go: '前往',
  places: { today: '今日', visits: '来店', leads: '潜客', board: '九控', levers: '测算', review: '审核' },
  view: '显示',
  larger: '放大',
  smaller: '缩小',
  usualSize: '原来的大小',
  fullScreen: '全屏',
  open: '打开九控',
  nobody: '九控',
  allDone: '九控：今天的跟进都做完了',
  due: '九控：今天还有 {{count}} 个跟进',
  remindTitle: '还有 {{count}} 个跟进没做',
  remindText: '点这里看今天的名单。',
  packedName: '打包的门店',
  updateName: '程序更新',
  ok: '好',
}

const en: typeof zh = {
  appName: 'Ninepoint',
  file: 'File',
  print: 'Print…',
  savePdf: 'Save as PDF…',
  showData: 'Show the folder with the data',
  startWithSystem: 'Start with the system',
  packed: 'Open a packed showroom…',
  settings: 'Settings',
  find: 'Find',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  logs: 'Show the folder with the logs',
  update: 'Update the program from a file…',
  about: 'About Ninepoint',
  aboutText: 'Version {{version}}',
  hide: 'Hide Ninepoint',
  hideOthers: 'Hide others',
  unhide: 'Show all',
  window: 'Window',
  minimize: 'Minimize',
  lock: 'Lock',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  go: 'Go',
  places: { today: 'Today', visits: 'Visits', leads: 'Leads', board: 'Board', levers: 'Levers', review: 'Review' },
  view: 'View',
  larger: 'Larger',
  smaller: 'Smaller',
  usualSize: 'Usual size',
  fullScreen: 'Full screen',
  open: 'Open Ninepoint',
  nobody: 'Ninepoint',
  allDone: 'Ninepoint: today’s follow-ups are all done',
  due: 'Ninepoint: {{count}} follow-ups left today',
  remindTitle: '{{count}} follow-ups are waiting',
  remindText: 'Click to see today’s list.',
  packedName: 'Packed showroom',
  updateName: 'Program update',
  ok: 'OK',
}

export type ShellWords = typeof zh

export function shellWords(language: ShellState['language']): ShellWords {
  return language === 'zh' ? zh : en
}

export function withCount(sentence: string, count: number): string {
  return sentence.replace('{{count}}', String(count))
}

export function withVersion(sentence: string, version: string): string {
  return sentence.replace('{{version}}', version)
}
