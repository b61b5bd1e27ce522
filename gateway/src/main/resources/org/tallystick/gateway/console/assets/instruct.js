// instruct
