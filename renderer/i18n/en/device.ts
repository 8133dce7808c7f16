import type { Words } from '../words.ts'
import type { device as zh } from '../zh/device.ts'

export const device: Words<typeof zh> = {
  group: { device: 'This PC', business: 'Business', rules: 'Rules', people: 'People', data: 'Data' },
  appearance: {
    title: 'Appearance',
    note: 'Only for this PC; every choice applies at once, nothing to save.',
    language: 'Language',
    theme: 'Light or dark',
    textSize: 'Text size',
    textSizeHint: 'One size up when it is hard to read; the text in charts grows too.',
    density: 'Density',
    densityHint: 'Compact shows more lines on one screen.',
    sample: 'Sample',
    sampleGrade: 'Grade',
    sampleLight: 'Light',
    sampleCount: 'People',
    sampleHint: 'With these choices a list looks about like this:',
  },
  textSize: { small: 'Small', usual: 'Usual', large: 'Large', largest: 'Very large' },
  density: { comfortable: 'Comfortable', compact: 'Compact' },
  program: {
    title: 'Program',
    note: 'Ninepoint on this PC.',
    version: 'Version',
    start: 'Start with the PC',
    startHint: 'Ninepoint starts when the PC does, ready for the first visitor.',
    startUnknown:
      'This system does not let a program set it; add Ninepoint to the system’s own list of start-up programs.',
    update: 'Update',
    updateHint:
      'Choose the installer you were given, for example on a USB stick. The program checks the file, backs up the data, ends and updates. No network needed.',
    updateButton: 'Update from a file…',
    browser:
      'You are using Ninepoint in a browser. Starting with the PC and updating from a file are set on this page of the desktop program.',
  },
}
