import type { Words } from '../words.ts'
import type { protection as zh } from '../zh/protection.ts'

export const protection: Words<typeof zh> = {
  title: 'Encryption',
  encrypted: 'The data file and its backups are encrypted: nobody reads them without the key.',
  keptBySystem: 'The key is kept by this PC’s system, for the user who is signed in to it now and nobody else.',
  keptByFile:
    'This PC has no place that keeps keys for programs; the key lies beside the data file. Whoever has the whole folder has the data.',
  papers: 'Owners whose recovery code opens the data: {{people}}.',
  noPaper:
    'No recovery code opens the data yet. If the key were lost, nothing could open them again. Make a code now and write it down.',
  notMine: 'You have no recovery code yet that opens the data.',
  plainBackups: 'Backups from before that are not encrypted yet: {{left}}. They are being encrypted one by one.',
  plain: 'The data are not encrypted: whoever gets this PC or a backup can read every customer.',
  plainHint:
    'Work and speed stay as they are. A backup is made first; afterwards write the new recovery code down, the old one no longer counts.',
  encrypt: 'Encrypt the data…',
  newCode: 'New recovery code…',
  encryptTitle: 'Encrypt the data',
  encryptText: 'With many records this takes a few minutes; leave the PC on. Everybody else has to sign in again.',
  newCodeTitle: 'New recovery code',
  newCodeText: 'The new code is shown once: write it down. Your earlier code no longer counts.',
  password: 'Your password',
  locked: {
    title: 'The data are locked',
    text: 'The data file is whole, but its key is not on this PC: another PC or system user, a system installed anew, or the key file is gone. The file was not changed.',
    ask: 'Enter an owner’s recovery code (the 16 letters and digits on paper; the newest, where there have been several). This PC then keeps the key again.',
    noPaper:
      'Nothing here can be opened with a recovery code either. Copy the folder “showroom.db-keys” of the old data folder, or its folder of backups “showroom.db-backups”, beside the data file, then start the program again.',
    keyring:
      'If the system has just asked whether keys may be used and you said no, start the program again and allow it.',
    code: 'Recovery code',
    open: 'Open the data',
  },
  restoreCode: 'Recovery code from when this backup was made',
}
