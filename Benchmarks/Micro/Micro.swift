import Benchmark
import InvoiceCode
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML

/// Each benchmark takes the messages of the sample in turn, so that one iteration is one invoice.
let benchmarks: @Sendable () -> Void = {
    let made: Sample
    do {
        made = try Sample()
    } catch {
        preconditionFailure("no sample: \(error)")
    }
    let sample = made
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput, .instructions],
        warmupIterations: 2,
        scalingFactor: .one,
        maxDuration: .seconds(2),
        maxIterations: 2_000
    )

    Benchmark("Read a message", configuration: configuration) { benchmark in
        for iteration in benchmark.scaledIterations {
            let bytes = sample.messages[(benchmark.currentIteration + iteration) % sample.messages.count]
            blackHole(ParsedMessage.read(bytes, limits: Limits()))
        }
    }

    Benchmark("Canonical DLHDon", configuration: configuration) { benchmark in
        var output: [UInt8] = []
        let message = sample.parsed[benchmark.currentIteration % sample.parsed.count]
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            output.removeAll(keepingCapacity: true)
            Canonicalizer.append(element: message.invoices[0].data, of: message, context: .inPlace, to: &output)
            blackHole(output)
        }
    }

    Benchmark("Verify the seller's signature", configuration: configuration) { benchmark in
        let checker = SignatureChecker(trust: sample.trust, policy: Policy())
        let message = sample.parsed[benchmark.currentIteration % sample.parsed.count]
        // The first look at a certificate parses it; what is measured is every later one.
        blackHole(check(message, checker, sample))
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(check(message, checker, sample)) }
    }

    Benchmark("Judge by every rule", configuration: configuration) { benchmark in
        let message = sample.parsed[benchmark.currentIteration % sample.parsed.count]
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            let judgement = InvoiceRules.judge(
                invoice: message.invoices[0],
                in: message,
                registry: nil,
                receivedAt: sample.receivedAt,
                signedAt: sample.receivedAt,
                policy: Policy()
            )
            blackHole(judgement)
        }
    }

    let ledger: LedgerSample
    do {
        ledger = try LedgerSample()
    } catch {
        preconditionFailure("no ledger: \(error)")
    }
    Benchmark("Admit and commit 256 invoices, durably", configuration: configuration) { benchmark in
        for _ in benchmark.scaledIterations { try ledger.commitBatch() }
    }

    Benchmark("Make a code", configuration: configuration) { benchmark in
        let maker = CodeMaker(KeyRing([MasterKey.test(generation: 0, seed: "micro")], current: 0))
        let facts = codeFacts
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(maker.issue(transaction: 1, facts: facts)) }
    }
}

private func check(_ message: ParsedMessage, _ checker: SignatureChecker, _ sample: Sample) -> InvoiceVerification {
    checker.check(invoice: message.invoices[0], in: message, registry: .empty, receivedAt: sample.receivedAt)
}

private let codeFacts: CodeFacts = {
    guard let seller = TaxCode("0199999991"), let form = InvoiceForm(1), let symbol = InvoiceSymbol("C26TAA"),
        let number = InvoiceNumber(7), let date = CalendarDate("2026-11-20")
    else { preconditionFailure("legal values") }
    let digest = [UInt8](repeating: 7, count: Digest.byteCount)
    return CodeFacts(
        key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
        date: date,
        currency: .vnd,
        total: Amount(units: 1_100_000),
        contentDigest: Digest(digest.span)
    )
}()
