import type { ShellState } from '../../shared/shell/shell-messages.ts'

// The sentences for when something broke; each says what happened to the data.

const zh = {
  hangTitle: '页面没有反应',
  hangText: '可以再等一等，或者重新载入。已经保存的内容不会丢失。',
  wait: '再等等',
  reload: '重新载入',
  pageTitle: '页面连续出错，已经停止自动重新载入',
  pageText: '已经保存的内容不会丢失。可以再试一次，或者关闭程序后重新打开。',
  deskTitle: '处理数据的程序连续出错，已经停止自动重启',
  deskText: '已经保存的内容都在文件里。可以再试一次；如果还是这样，请关闭程序，把日志发给支持人员。',
  again: '再试一次',
  end: '关闭程序',
  fatalTitle: '程序遇到意外错误，需要关闭',
  fatalText: '已经保存的内容不会丢失，关闭前会照常备份。重新打开就可以继续。',
  unsavedTitle: '结束前的备份没有成功',
  unsavedText: '数据本身没有丢失。请检查磁盘空间，下次打开后在设置里再备份一次。',
}

const en: typeof zh = {
  hangTitle: 'The page does not respond',
  hangText: 'You can wait a little longer or load it again. Nothing that was saved is lost.',
  wait: 'Wait',
  reload: 'Load again',
  pageTitle: 'The page broke several times and is no longer loaded by itself',
  pageText: 'Nothing that was saved is lost. Try once more, or close the program and open it again.',
  deskTitle: 'The part that keeps the data broke several times and is no longer started by itself',
  deskText:
    'Everything that was saved is in the file. Try once more; if it stays like this, close the program and send the logs to your support.',
  again: 'Try once more',
  end: 'Close the program',
  fatalTitle: 'The program met an unexpected error and has to close',
  fatalText: 'Nothing that was saved is lost, and a backup is made before closing. Open it again to go on.',
  unsavedTitle: 'The backup before closing failed',
  unsavedText:
    'The data themselves are safe. Check the disk space, and make a backup in the settings next time you open the program.',
}

export function troubleWords(language: ShellState['language']): typeof zh {
  return language === 'zh' ? zh : en
}
