import type { Words } from '../words.ts'
import type { session as zh } from '../zh/session.ts'

export const session: Words<typeof zh> = {
  signIn: 'Sign in',
  whoAreYou: 'Who are you? Click or press a number, then type your PIN.',
  pin: '6-digit PIN',
  pinFor: '{{name}}, your 6-digit PIN',
  password: 'Password',
  passwordFor: '{{name}}, your password',
  enter: 'Sign in',
  demoRoles: 'Who are you today? One click and you are in, no password.',
  demoRole: {
    salesperson: 'Follow up, log, grade',
    reception: 'Log visitors in seconds',
    manager: 'Assign, review, focus',
    owner: 'The store in a minute',
  },
  demoOthers: 'Other colleagues:',
  locked: 'Locked, because nobody was at the keyboard.',
  forgot: 'Forgot the password',
  forgotPin: 'Forgot the PIN? The owner can set a new one under Settings › People.',
  recoverTitle: 'New password with the recovery code',
  recoverText:
    'The recovery code was written down when the showroom was set up. Once used, it is replaced by a new one.',
  recoveryCode: 'Recovery code',
  newPassword: 'New password',
  repeatPassword: 'Once more',
  recover: 'Set new password',
  leaveDemo: 'Leave the demo showroom',
}
