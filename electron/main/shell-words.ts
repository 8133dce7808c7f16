import type { ShellState } from '../../shared/shell/shell-messages.ts'

const zh = {
  appName: '九控',
  file: '文件',
  print: '打印…',
  savePdf: '另存为 PDF…',
  showData: '打开数据所在的文件夹',
  startWithSystem: '开机时启动',
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
  hangTitle: '页面没有反应',
  hangText: '可以再等一等，或者重新载入。已经保存的内容不会丢失。',
  wait: '再等等',
  reload: '重新载入',
}

const en: typeof zh = {
  appName: 'Ninepoint',
  file: 'File',
  print: 'Print…',
  savePdf: 'Save as PDF…',
  showData: 'Show the folder with the data',
  startWithSystem: 'Start with the system',
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
  hangTitle: 'The page does not respond',
  hangText: 'You can wait a little longer or load it again. Nothing that was saved is lost.',
  wait: 'Wait',
  reload: 'Load again',
}

export type ShellWords = typeof zh

export function shellWords(language: ShellState['language']): ShellWords {
  return language === 'zh' ? zh : en
}

export function withCount(sentence: string, count: number): string {
  return sentence.replace('{{count}}', String(count))
}
