import { CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'

/** Only what heat maps use. */
Chart.register(MatrixController, MatrixElement, LinearScale, CategoryScale, Tooltip)
