import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'

/** Only what bars use: a page that draws none does not load them. */
Chart.register(BarController, BarElement, LinearScale, CategoryScale, Tooltip)
