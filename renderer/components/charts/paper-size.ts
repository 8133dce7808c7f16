import { Chart } from 'chart.js'

// A chart follows its place by an observer, which is too late for paper: the picture is taken when `beforeprint` is over. This
// listens later than what lays the page out (app/use-paper.ts), so that it finds the sheet's measures.
window.addEventListener('beforeprint', () => {
  for (const chart of Object.values(Chart.instances)) chart.resize()
})
