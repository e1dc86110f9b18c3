import Benchmark
import InvoiceModel

let benchmarks: @Sendable () -> Void = {
    Benchmark("Amount: read a wire number") { benchmark in
        let text = Array("123456789.123456".utf8)
        for _ in benchmark.scaledIterations {
            blackHole(Amount(wire: text.span))
        }
    }
}
