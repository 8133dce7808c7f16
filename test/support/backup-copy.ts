// The thread that copies stores, to be bundled beside a program that is (test/support/bundled-program.ts).
import '../../db/copy-worker.ts'
